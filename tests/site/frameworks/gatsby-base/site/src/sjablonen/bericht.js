import React from "react";

export default function Bericht({ children }) {
  return children;
}
