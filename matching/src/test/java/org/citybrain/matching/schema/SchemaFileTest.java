package org.citybrain.matching.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citybrain.matching.Rows;
import org.junit.jupiter.api.Test;

class SchemaFileTest {
    @Test
    void readsFieldsRulesAndGuards() {
        MatchSchema schema = SchemaFile.parse(Rows.PERSONS);

        assertThat(schema.fields())
                .extracting(MatchField::name)
                .containsExactly("number", "name", "born", "sex", "phone");
        assertThat(schema.rules()).hasSize(4);
        assertThat(schema.guards().contradicting()).containsExactly(3, 2);
    }

    @Test
    void readsTheSizeOfAPrefix() {
        MatchSchema schema = SchemaFile.parse(Rows.PERSONS.replace("[born, phone]", "[prefix4(phone), year(born)]"));

        assertThat(schema.rules().getLast().parts())
                .containsExactly(new KeyPart(4, KeyPart.Function.PREFIX, 4), new KeyPart(2, KeyPart.Function.YEAR, 0));
    }

    @Test
    void refusesAWordItDoesNotKnow() {
        assertThatThrownBy(() -> SchemaFile.parse(Rows.PERSONS.replace("guards:", "gards:")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("gards");
    }

    @Test
    void refusesARuleOnAFieldThatIsNotDeclared() {
        assertThatThrownBy(() -> SchemaFile.parse(Rows.PERSONS.replace("[name, phone]", "[name, fax]")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("fax");
    }

    @Test
    void refusesAKindItDoesNotKnowAndNamesThoseItDoes() {
        assertThatThrownBy(() -> SchemaFile.parse(Rows.PERSONS.replace("chinese-name", "pinyin")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("pinyin")
                .hasMessageContaining("resident-id");
    }
}
