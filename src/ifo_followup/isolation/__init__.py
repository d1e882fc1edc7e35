"""Reading in a process of its own, so that a document or a plugin can harm nothing else.

`wire` says what is sent, `cell` is the process that reads one document, `nursery` the process with
everything loaded that makes a cell for each document, `starting` makes it, `keeper` is the caller's
end and `results` what comes back.
Nothing is pickled: what comes back is JSON, and is checked before it is believed.
"""
