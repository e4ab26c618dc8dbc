export * from "./agreements";
export * from "./audit";
export * from "./consultations";
export * from "./documents";
export * from "./identity";
export * from "./responses";
