package org.citybrain.platform.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.PERSON;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameSearchTest {
    private final RegistryOfTests subject = new RegistryOfTests();

    @BeforeAll
    void register() {
        String[] names = {"张伟", "张玮", "章炜", "張偉", "单于飞", "吕绿", "刘\uD842\uDFB7明", "曾国荣"};
        for (int i = 0; i < names.length; i++) {
            subject.take(List.of(subject.row(
                    PERSON, "" + i, "id_number", RegistryOfTests.number("19850615", i * 2 + 1), "name", names[i])));
        }
    }

    private List<String> found(SearchWay way, String name) {
        return subject.rows.search("person", subject.resolver().searchKeys("name", way, name), 20);
    }

    private String[] ids(String keys) {
        return keys.chars()
                .mapToObj(key -> subject.entityOf(PERSON, String.valueOf((char) key)))
                .sorted()
                .toArray(String[]::new);
    }

    @Test
    void takesTraditionalSignsForSimplifiedOnes() {
        assertThat(found(SearchWay.EXACT, "張偉")).containsExactlyInAnyOrder(ids("03"));
    }

    @ParameterizedTest
    @CsvSource({
        "张伟,0123",
        "zhangwei,0123",
        "Zhāng Wěi,0123",
        "zhang炜,0123",
        "shan yu fei,4",
        "lu lu,5",
        "lv lv,5",
        "zeng guo rong,7"
    })
    void findsNamesThatSoundAlike(String question, String keys) {
        assertThat(found(SearchWay.SOUND, question)).containsExactlyInAnyOrder(ids(keys));
    }

    @ParameterizedTest
    @CsvSource({"刘□明", "刘?明", "刘＊明"})
    void findsARareSignByAHole(String question) {
        assertThat(found(SearchWay.HIDDEN, question)).containsExactly(ids("6"));
    }
}
