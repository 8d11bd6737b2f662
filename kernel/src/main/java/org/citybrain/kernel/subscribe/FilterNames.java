package org.citybrain.kernel.subscribe;

import org.citybrain.kernel.text.Bilingual;

/** What the fields and values of a filter are called by people. */
public interface FilterNames {
    /** Every field and value by its own sign. */
    FilterNames CODES = new FilterNames() {
        @Override
        public Bilingual field(String name) {
            return new Bilingual(name, name);
        }

        @Override
        public Bilingual value(String field, String value) {
            return new Bilingual(value, value);
        }
    };

    /** The name of a field. */
    Bilingual field(String name);

    /** The name of a value of a field; the value itself where it is no code. */
    Bilingual value(String field, String value);
}
