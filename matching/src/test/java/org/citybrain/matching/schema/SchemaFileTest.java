package org.citybrain.matching.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.matching.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sex: {kind: code}            | sex:                               | fields.sex: 需要 kind",
                "sex: {kind: code}            | sex: {columns: [sex]}              | fields.sex.kind",
                "sex: {kind: code}            | sex: {kind: code, columns: []}     | fields.sex.columns",
                "sex: {kind: code}            | sex: {kind: code, compare: maybe}  | fields.sex.compare",
                "sex: {kind: code}            | sex: {kind: code, weight: 3}       | fields.sex.weight",
                "distinct-valid: [number]     | sources-distinct: maybe            | guards.sources-distinct",
                "distinct-valid: [number]     | distinct-valid: number             | guards.distinct-valid",
                "distinct-valid: [number]     | distinct-valid: [nobody]           | guards.distinct-valid",
                "guards:                      | guards: !!javax.script.Engine      | line 17",
                "name: test persons           | {name: a}{name: b}                 | YAML",
                "id: key                      | name: again                        | line 3: 同一个键写了两次",
                "id: key                      | id: 7                              | id",
                "id: key                      | id: [key]                          | id",
                "id: key                      | separator: ''                      | separator",
                "id: key                      | encoding: UTF-16                   | encoding",
                "id: key                      | encoding: klingon                  | encoding",
                "id: key                      | truth: rec                         | truth: 需要一个括号组",
                "id: key                      | truth: 'rec-('                     | truth: 不是正则表达式",
                "id: key                      | mode: both                         | mode",
            })
    void refusesWhatIsNotOfTheFormAskedFor(String right, String wrong, String place) {
        assertThatThrownBy(() -> SchemaFile.parse(Rows.PERSONS.replace(right, wrong)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(" · ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- [number, born]             | - number                           | groups[1]",
                "- [number, born]             | - [number]                         | groups[1]",
                "- [name, phone]              | - [prefix0(name)]                  | block[3]",
                "- [name, phone]              | - [prefix(name)]                   | block[3]",
                "- [name, phone]              | - [prefix99999999999(name)]        | block[3]",
                "- [name, phone]              | - [signs3(name)]                   | block[3]",
                "- [name, phone]              | - [value(name)]                    | block[3]",
                "- [name, phone]              | - [words(name)]                    | block[3]",
                "- [name, phone]              | - [year(name)]                     | block[3]",
                "- [name, phone]              | - []                               | block[3]",
                "- [name, phone]              | - name                             | block[3]",
            })
    void refusesABlockOrGroupThatIsNoListOfKeys(String right, String wrong, String place) {
        refusesWhatIsNotOfTheFormAskedFor(right, wrong, place);
    }

    @Test
    void followsTheExampleOfTheReference() throws IOException {
        String reference = Files.readString(Path.of("..", "docs", "reference", "linkage-config.md"));
        String example = reference.substring(reference.indexOf("```yaml") + 8);

        assertThat(SchemaFile.parse(example.substring(0, example.indexOf("```")))
                        .fields())
                .hasSize(7);
    }

    @Test
    void namesFieldsThatAreNoMappingAsTheFault() {
        assertThatThrownBy(() -> SchemaFile.parse("format: 1\nfields: [a]\nblock:\n  - [name]\n"))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("fields: ");
    }
}
