import * as React from "react";

export default function Kaal() {
  return <h1>Kaal</h1>;
}
