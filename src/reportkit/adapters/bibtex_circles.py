"""Entries whose parents lead back to them; pandoc never ends reading them."""

from collections.abc import Iterator, Mapping, Sequence

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Fault

_Graph = Mapping[str, Sequence[str]]


def circles(by_key: Mapping[str, Reference]) -> Iterator[Fault]:
    """A fault for each circle, at the first of its entries."""
    parents = {
        key: [parent for link in reference.links for parent in link.keys if parent in by_key]
        for key, reference in by_key.items()
    }
    place = {key: number for number, key in enumerate(by_key)}
    for group in _groups({key: above for key, above in parents.items() if above}):
        key = min(group, key=place.__getitem__)
        for link in by_key[key].links:
            if not group.isdisjoint(link.keys) and (len(group) > 1 or key in link.keys):
                message = f"`{link.name}` of `{key}` leads back to `{key}`"
                hint = "Remove one of the links: pandoc would go round in this circle for ever."
                yield Fault("BIB001", message, link.value_location, hint, key)
                break


def _groups(parents: _Graph) -> Iterator[set[str]]:
    """The entries that lead to each other, by two walks: up to the ancestors, and back from the last ones."""
    children: dict[str, list[str]] = {}
    for key, above in parents.items():
        for parent in above:
            children.setdefault(parent, []).append(key)
    seen: set[str] = set()
    upwards = [key for start in parents for key in _walk(start, parents, seen)]
    seen = set()
    for start in reversed(upwards):
        if group := set(_walk(start, children, seen)):
            yield group


def _walk(start: str, graph: _Graph, seen: set[str]) -> Iterator[str]:
    """What can be reached and was not seen yet, each after all that is behind it."""
    path = [] if start in seen else [(start, iter(graph.get(start, ())))]
    seen.add(start)
    while path:
        key, ahead = path[-1]
        following = next((other for other in ahead if other not in seen), None)
        if following is None:
            path.pop()
            yield key
        else:
            seen.add(following)
            path.append((following, iter(graph.get(following, ()))))
