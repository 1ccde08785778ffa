import React from "react";

export default function Winkel() {
  return <p>Winkel</p>;
}
