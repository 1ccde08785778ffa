"""The site: routes, redirects, anchors, and the one resolver that says which page a link means."""
