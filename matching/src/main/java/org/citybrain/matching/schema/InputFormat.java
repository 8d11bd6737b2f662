package org.citybrain.matching.schema;

import java.nio.charset.Charset;

/**
 * How the files are written.
 *
 * @param idColumn the column with the record's key inside its source; empty: the row's number
 * @param sourceColumn the column that names the source; empty: each file is a source
 * @param charset the files' encoding
 * @param separator the sign between cells
 * @param truthPattern a pattern whose first group is the true cluster inside the truth column; empty: the whole value
 */
public record InputFormat(String idColumn, String sourceColumn, Charset charset, char separator, String truthPattern) {}
