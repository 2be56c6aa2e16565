"""Web pages: the records that publishers put into them, and the printed lists."""
