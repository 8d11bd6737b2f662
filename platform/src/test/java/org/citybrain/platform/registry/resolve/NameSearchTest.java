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
        String[] names = {"张伟", "张玮", "章炜", "張偉", "单于飞", "吕绿", "刘\uD842\uDFB7明", "曾国荣", "吴长庚", "尉迟乐"};
        for (int i = 0; i < names.length; i++) {
            subject.take(List.of(subject.row(
                    PERSON, "" + i, "id_number", RegistryOfTests.number("19850615", i * 2 + 1), "name", names[i])));
        }
    }

    private List<String> found(SearchWay way, String name) {
        return subject.resolver().searchKeys("name", way, name).stream()
                .flatMap(keys -> subject.rows.search("person", keys, 20).stream())
                .distinct()
                .toList();
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
        "zeng guo rong,7",
        "ceng guo rong,7",
        "wu chang geng,8",
        "wu zhang geng,8",
        "吴章庚,8",
        "wuchanggeng,8",
        "chan yu fei,4",
        "dan yu fei,4",
        "yu chi yue,9",
        "yu chi le,9"
    })
    void findsNamesThatSoundAlike(String question, String keys) {
        assertThat(found(SearchWay.SOUND, question)).containsExactlyInAnyOrder(ids(keys));
    }

    @Test
    void readsSurnamesAndGivenNamesInTheirUsualWaysAndNoMoreThanFour() {
        for (String expected : List.of(
                "单雄:shan,dan",
                "仇英:qiu,chou",
                "解晓:xie,jie",
                "查良:zha,cha",
                "区文:ou,qu",
                "盖文:ge,gai",
                "乐天:yue,le",
                "翟文:zhai,di",
                "朴文:piao,pu",
                "覃文:qin,tan")) {
            String[] parts = expected.split("[:,]");
            List<String> sounds = Sounds.of(parts[0]);
            assertThat(sounds).as(parts[0]).anyMatch(sound -> sound.startsWith(parts[1]));
            assertThat(sounds).as(parts[0]).anyMatch(sound -> sound.startsWith(parts[2]));
        }
        assertThat(Sounds.of("曾长乐"))
                .hasSize(4)
                .anyMatch(sound -> sound.startsWith("zengchang"))
                .anyMatch(sound -> sound.startsWith("zengzhang"))
                .anyMatch(sound -> sound.startsWith("ceng"));
        assertThat(Sounds.of("张伟")).containsExactly("zhangwei");
        assertThat(Sounds.of("长".repeat(30))).hasSize(4);
        assertThat(Sounds.of("")).containsExactly("");
    }

    @Test
    void givesRecordsOfAnOlderHomeTheSoundsTheyLack() {
        String key = "20";
        subject.take(
                List.of(subject.row(PERSON, key, "id_number", RegistryOfTests.number("19850615", 41), "name", "赵朝行")));
        subject.db
                .sql("update registry.record set tokens = (select array_agg(token) from unnest(tokens) token"
                        + " where token & 3 <> 3) where key = ?")
                .param(key)
                .update();
        assertThat(found(SearchWay.SOUND, "zhaozhaohang")).isEmpty();
        long after = 0;
        for (long next = subject.resolver().renewSounds(0, 3);
                next != after;
                next = subject.resolver().renewSounds(after, 3)) {
            after = next;
        }
        assertThat(found(SearchWay.SOUND, "zhaozhaohang")).containsExactly(subject.entityOf(PERSON, key));
        assertThat(found(SearchWay.SOUND, "zhaochaoxing")).containsExactly(subject.entityOf(PERSON, key));
    }

    @ParameterizedTest
    @CsvSource({"刘□明", "刘?明", "刘＊明"})
    void findsARareSignByAHole(String question) {
        assertThat(found(SearchWay.HIDDEN, question)).containsExactly(ids("6"));
    }
}
