"""Parse a column of reference strings on Spark: python examples/spark_column.py REFERENCES.txt.

Install it with pip install 'refconv[spark]'; it needs Java 17.
"""

import os
import sys

from pyspark.sql import SparkSession

from refconv.spark import parse_column

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.master("local[*]").getOrCreate()
lines = spark.read.text(sys.argv[1]).withColumnRenamed("value", "reference").repartition(8)
parsed = parse_column(lines, "reference").cache()
print(f"{parsed.count()} references")
parsed.select("parsed.author.family", "parsed.issued", "parsed.title", "parsed.error").show(5)
spark.stop()
