import { Link } from "@remix-run/react";
import { DeadlineLines } from "~/components/status";
import { desk } from "~/words/desk";
import type { DeskTask } from "../../../server/consultations/shapes";
import "./tasks.css";

type Group = keyof typeof desk.groups;
const GROUPS: readonly Group[] = ["past", "near", "later"];

/** What waits, the most pressing first, in the three groups that decide the day. */
export function TaskGroups({ tasks, behind }: { tasks: readonly DeskTask[]; behind: ReadonlyMap<DeskTask, string> }) {
  return GROUPS.map((group) => {
    const own = tasks.filter((task) => groupOf(task) === group);
    if (own.length === 0) return null;
    return (
      <section key={group} className="section task-group" data-group={group} aria-labelledby={`tasks-${group}`}>
        <h2 id={`tasks-${group}`}>
          {desk.groups[group]} <span className="soft">{own.length}</span>
        </h2>
        <ul className="tasks">
          {own.map((task) => (
            <Task
              key={`${task.reason}-${task.consultation.id}-${task.center ?? ""}`}
              task={task}
              noticeId={behind.get(task)}
            />
          ))}
        </ul>
      </section>
    );
  });
}

function groupOf({ deadline: { daysLeft } }: DeskTask): Group {
  if (daysLeft < 0) return "past";
  return daysLeft <= 1 ? "near" : "later";
}

/** Where a notice has told of it, opening the task reads that notice; then it is not fetched ahead. */
function Task({ task, noticeId }: { task: DeskTask; noticeId: string | undefined }) {
  const { consultation, deadline, host } = task;
  return (
    <li className="task">
      <div className="task-what">
        <Link to={noticeId ? `/beskeder/${noticeId}` : wayTo(task)} prefetch={noticeId ? "none" : "intent"}>
          {desk.verb(task)}
          <span className="visually-hidden">: {consultation.title}</span>
        </Link>
        <p>
          {consultation.title} <span className="soft numeric">{consultation.userKey}</span>
          {host && <span className="soft"> · {desk.joint(host)}</span>}
        </p>
        <p className="soft">{desk.reason(task)}</p>
      </div>
      <div className="task-when">
        <DeadlineLines deadline={deadline} />
      </div>
    </li>
  );
}

/** Where the task is done. */
function wayTo({ reason, responseId, centerId, consultation: { id } }: DeskTask): string {
  const response = responseId ? `/svar/${responseId}` : null;
  switch (reason) {
    case "assign-clauses":
      return `/hoeringer/${id}/fordeling`;
    case "newer-version":
    case "start-response":
      return `/hoeringer/${id}`;
    case "answer-clauses":
      return response ?? `/hoeringer/${id}/daekning`;
    case "write-together":
    case "returned":
    case "comments":
    case "suggestions":
      return response ?? `/hoeringer/${id}`;
    case "invitation":
      return `/invitationer/${id}`;
    case "plan-step":
    case "confirm-plan":
      return `/hoeringer/${id}/plan`;
    case "sign-off":
    case "part-returned":
      return response ? `${response}/del/${centerId}` : `/hoeringer/${id}`;
    case "approve":
      return response ? `${response}/godkendelse` : `/hoeringer/${id}`;
    case "file":
      return response ? `${response}/arkiv` : `/hoeringer/${id}`;
  }
}
