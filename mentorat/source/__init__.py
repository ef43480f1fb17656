"""YAML text to plain values with places, and back by splicing; the only package that knows ruamel.yaml."""
