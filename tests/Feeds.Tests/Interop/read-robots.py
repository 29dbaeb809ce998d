"""Prints what a robots.txt allows to whom, as Python's own parser reads it: robots.txt agents addresses."""
import json
import sys
import urllib.robotparser

path, agents, addresses = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(",")
robots = urllib.robotparser.RobotFileParser()
with open(path, encoding="utf-8") as lines:
    robots.parse(lines.read().splitlines())
refused = [f"{agent} {address}" for agent in agents for address in addresses if not robots.can_fetch(agent, address)]
print(json.dumps({"refused": refused, "sitemaps": robots.site_maps() or []}))
