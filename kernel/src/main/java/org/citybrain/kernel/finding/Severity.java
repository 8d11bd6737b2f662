package org.citybrain.kernel.finding;

/** How bad a finding is: an ERROR sets the row aside, a WARNING lets it through with a mark, a NOTE only tells. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
