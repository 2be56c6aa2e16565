"""Making the tagger: labelled strings, made-up lists, training and scoring."""
