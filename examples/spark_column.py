"""Parse a column of reference strings on Spark: python examples/spark_column.py REFERENCES.txt.

Needs pip install 'refconv[spark]' and Java 17.
"""

import os
import sys
import time

from pyspark.sql import SparkSession

from refconv.spark import parse_column

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.master("local[*]").getOrCreate()
lines = spark.read.text(sys.argv[1]).withColumnRenamed("value", "reference")
lines = lines.repartition(2 * spark.sparkContext.defaultParallelism)

began = time.monotonic()
parsed = parse_column(lines, "reference").cache()
count = parsed.count()
print(f"{count} references, {count / (time.monotonic() - began):,.0f} a second")
parsed.select("parsed.author.family", "parsed.issued", "parsed.title", "parsed.error").show(5)
spark.stop()
