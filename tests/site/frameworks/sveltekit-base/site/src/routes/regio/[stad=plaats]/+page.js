export const entries = () => [{ stad: "utrecht" }, { stad: "zwolle" }];
