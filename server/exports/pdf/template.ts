/**
 * How a letter looks as a PDF. The text of the letter comes as JSON and is only ever content, never markup. [X5]
 * Older Typst (see docs/decisions/0005) has no `title` element.
 */
export const TEMPLATE = `
#let letter = json("/letter.json")
#let grey = luma(90)
#let rule = 0.5pt + luma(180)

#set document(title: letter.title, author: letter.municipality, description: letter.footer, date: auto)
#set text(font: "IBM Plex Sans", size: 10.5pt, lang: "da", region: "DK", hyphenate: true, fallback: false)
// Lines end where they end: a word is broken only where a line would else be very short.
#set text(costs: (hyphenation: 300%))
#set par(leading: 0.7em, spacing: 1.25em, linebreaks: "optimized")
#set strong(delta: 200)
#set page(
  paper: "a4",
  margin: (x: 26mm, top: 24mm, bottom: 27mm),
  background: if letter.mark != "" { rotate(-50deg, text(size: 96pt, weight: 600, fill: luma(228), letter.mark)) },
  footer: context {
    set text(size: 7pt, fill: grey)
    letter.footer
    h(1fr)
    [Side #counter(page).display() af #counter(page).final().first()]
  },
)
#set list(indent: 3mm, body-indent: 2.5mm, spacing: 0.85em, marker: ([•], [–], [•], [–]))
#set enum(indent: 3mm, body-indent: 2.5mm, spacing: 0.85em, numbering: "1.")
#set table(stroke: rule, inset: (x: 2.2mm, y: 1.8mm), align: left + top)
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading: set block(above: 1.8em, below: 0.85em)
#show heading: set text(hyphenate: false)
#show link: set text(fill: rgb("#0b5cad"), hyphenate: false)
#show quote: set text(style: "italic")
#show quote: set block(above: 1.25em, below: 1.25em)
#set quote(block: true)
#show table: set text(size: 9.5pt, costs: (hyphenation: 800%))
#set footnote.entry(separator: line(length: 40mm, stroke: rule), indent: 0pt)
#show footnote.entry: set text(size: 8.5pt, style: "normal", weight: 400)
#show footnote.entry: set par(leading: 0.55em)
#show table: set par(leading: 0.6em, spacing: 0.8em)
#show table: set block(above: 1.3em, below: 1.3em)

#let plain(piece) = {
  if "break" in piece { return linebreak() }
  let said = text(piece.text)
  if piece.at("bold", default: false) { said = strong(said) }
  if piece.at("italic", default: false) { said = emph(said) }
  if "href" in piece { said = link(piece.href, said) }
  said
}

#let referred(of) = {
  if of.reference != "" { text(size: 9pt, style: "normal", weight: 400, fill: grey, "\\u{a0}" + of.reference) }
}

// A footnote stands where its number stands first; anywhere else its number alone is repeated.
#let inline(piece) = {
  if "note" not in piece { return plain(piece) }
  if piece.at("again", default: false) { return super(str(piece.note)) }
  let note = letter.notes.at(piece.note - 1)
  footnote({ h(0.3em); note.content.map(plain).join(); referred(note) })
}

#let line(of) = {
  of.content.map(inline).join()
  referred(of)
}

// The words below it say the same: whoever listens is not told of it.
#let drawn(chart) = {
  let unit = 0.75pt
  let at(point) = (point.x * unit, point.y * unit)
  box(width: 240 * unit, height: 72 * unit, {
    if chart.band != none {
      place(dy: chart.band.y * unit, rect(width: 240 * unit, height: chart.band.height * unit, fill: luma(225)))
    }
    for (from, to) in chart.points.zip(chart.points.slice(1)) {
      place(std.line(start: at(from), end: at(to), stroke: 1.2pt + rgb("#0b5cad")))
    }
    for point in chart.points {
      place(dx: point.x * unit - 1.8pt, dy: point.y * unit - 1.8pt, circle(radius: 1.8pt, fill: rgb("#0b5cad")))
    }
  })
}
#let chart(of) = block(above: 1.25em, below: 0.7em, sticky: true,
  if sys.version >= version(0, 14, 0) { pdf.artifact(drawn(of)) } else { drawn(of) })

#let node(of, depth: 0) = {
  if of.kind == "heading" { heading(level: of.level, line(of)) }
  else if of.kind == "quote" {
    set block(sticky: of.source != "")
    quote(attribution: if of.source != "" { of.source }, line(of))
  }
  else if of.at("leads", default: false) { block(above: 1.25em, below: 1.25em, sticky: true, par(line(of))) }
  else if of.kind == "paragraph" {
    if "chart" in of { chart(of.chart) }
    par(line(of))
  }
  else if of.kind == "list" {
    let said(item) = if item.at("leads", default: false) { block(below: 0.85em, sticky: true, line(item)) } else { line(item) }
    let items = of.items.map(item => said(item) + item.children.map(child => node(child, depth: depth + 1)).join())
    let made = if of.ordered { enum(numbering: ("1.", "a.", "i.", "1.").at(calc.min(depth, 3)), ..items) } else { list(..items) }
    if depth == 0 { block(above: 1.05em, below: 1.25em, made) } else { made }
  } else {
    let cell(it) = table.cell(
      x: it.x, y: it.y, colspan: it.colspan, rowspan: it.rowspan,
      fill: if it.header { luma(240) },
      breakable: not it.at("whole", default: false),
      { if it.header { set text(weight: 600); it.body.map(node).join() } else { it.body.map(node).join() } },
    )
    let head = of.cells.filter(it => it.y < of.headerRows).map(cell)
    let body = of.cells.filter(it => it.y >= of.headerRows).map(cell)
    let made = table(columns: of.at("widths", default: (1,) * of.columns).map(it => it * 1fr), ..if head.len() > 0 { (table.header(..head),) }, ..body)
    if of.at("together", default: false) { block(above: 1.3em, below: 1.3em, breakable: false, made) } else { made }
  }
}

#if "attached" in letter {
  let attach = if sys.version >= version(0, 14, 0) { pdf.attach } else { pdf.embed }
  attach(letter.attached, read("/attached", encoding: none), relationship: "source", mime-type: "application/json", description: "Den godkendte tekst som data")
}
#text(weight: 600, letter.municipality)
#v(9mm)
#if letter.mark != "" { block(below: 1em, text(weight: 600, tracking: 0.12em, letter.mark)) }
#text(size: 9.5pt, fill: grey, letter.kind)
#v(-0.4em)
#if sys.version >= version(0, 14, 0) {
  show title: set text(size: 20pt, weight: 600, hyphenate: false)
  show title: set par(leading: 0.5em)
  show title: set block(above: 0.8em, below: 1.4em)
  title(letter.title)
} else { block(below: 1.4em, text(size: 20pt, weight: 600, letter.title)) }
#block(below: 1.6em, {
  set text(size: 9pt)
  grid(
    columns: (22mm, 1fr), row-gutter: 0.75em,
    ..letter.about.map(it => (text(fill: grey, it.label), it.value)).flatten()
  )
})
#std.line(length: 100%, stroke: rule)
#v(0.4em)
#letter.body.map(node).join()
#if "appendix" in letter {
  set page(flipped: true)
  heading(level: 1, letter.appendix.title)
  letter.appendix.body.map(node).join()
}
`;
