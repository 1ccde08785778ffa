import React from "react";

export default function Vast() {
  return <p>Vast</p>;
}
