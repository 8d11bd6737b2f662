/**
 * Row by row: what the departments' tables hold against what the pool holds. Both sides are read as PostgreSQL's COPY text,
 * so that a difference of one character counts.
 */
@NullMarked
package org.citybrain.launcher.compare;

import org.jspecify.annotations.NullMarked;
