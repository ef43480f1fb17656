"""The method as data: steps, parties, vocabularies, the role charter, the visit outline, adaptations."""
