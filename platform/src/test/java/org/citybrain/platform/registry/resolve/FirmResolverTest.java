package org.citybrain.platform.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.platform.registry.resolve.FirmCity.BUSINESS;
import static org.citybrain.platform.registry.resolve.FirmCity.TAXPAYER;
import static org.citybrain.platform.registry.resolve.FirmCity.UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.citybrain.decisions.FactRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirmResolverTest {
    private static final String CODE = FirmCity.code(1);
    private static final String OTHER = FirmCity.code(2);
    private RegistryOfTests subject;

    @BeforeEach
    void open() {
        subject = new RegistryOfTests("firm");
    }

    private List<String> found(SearchWay way, String name) {
        return found("name", way, name);
    }

    private List<String> found(String field, SearchWay way, String value) {
        return subject.resolver().searchKeys(field, way, value).stream()
                .flatMap(keys -> subject.rows.search("firm", keys, 20).stream())
                .distinct()
                .toList();
    }

    @Test
    void bringsRecordsOfOneCodeTogetherInWhateverWriting() {
        subject.take(List.of(
                subject.row(BUSINESS, "1", "credit_code", CODE, "title", "宜丰县秀水食品有限公司"),
                subject.row(TAXPAYER, "2", "credit_code", CODE.toLowerCase(), "title", "秀水食品公司"),
                subject.row(
                        UNIT, "3", "credit_code", CODE.substring(0, 8) + " " + CODE.substring(8), "title", "秀水食品")));

        assertThat(subject.clusters()).hasSize(1);
        assertThat(subject.entityOf(BUSINESS, "1")).isEqualTo(subject.ids.firm(CODE));
    }

    @Test
    void keepsTheIdOfARenamedFirmAndFindsItByEitherName() {
        subject.take(List.of(
                subject.row(BUSINESS, "1", "credit_code", CODE, "title", "宜丰县秀水食品有限公司"),
                subject.row(TAXPAYER, "2", "credit_code", CODE, "title", "宜丰县秀水食品有限公司")));
        String id = subject.entityOf(BUSINESS, "1");
        Instant before = subject.later();
        subject.later();
        subject.take(List.of(
                subject.change("u", BUSINESS, "1", "credit_code", CODE, "title", "宜丰县云锦食品有限公司"),
                subject.change("u", TAXPAYER, "2", "credit_code", CODE, "title", "宜丰县云锦食品有限公司")));

        assertThat(subject.entityOf(BUSINESS, "1")).isEqualTo(id);
        assertThat(found(SearchWay.EXACT, "宜丰县云锦食品有限公司")).containsExactly(id);
        assertThat(found(SearchWay.EXACT, "宜丰县秀水食品有限公司")).containsExactly(id);
        assertThat(subject.rows.of(id, before, before))
                .extracting(member -> member.row().field("title"))
                .containsOnly("宜丰县秀水食品有限公司");
        assertThat(subject.rows.versions(id))
                .extracting(EntityRows.Member::row)
                .extracting((FactRow row) -> row.field("title"))
                .containsExactly("宜丰县秀水食品有限公司", "宜丰县云锦食品有限公司", "宜丰县秀水食品有限公司", "宜丰县云锦食品有限公司");
    }

    @Test
    void leadsFromAMergedFirmToTheOneThatTookItOverAndLosesNoRecord() {
        subject.take(List.of(
                subject.row(BUSINESS, "1", "credit_code", CODE, "title", "秀水食品有限公司"),
                subject.row(TAXPAYER, "2", "credit_code", CODE, "title", "秀水食品有限公司"),
                subject.row(BUSINESS, "9", "credit_code", OTHER, "title", "云锦食品有限公司")));
        String gone = subject.entityOf(BUSINESS, "1");
        String stays = subject.entityOf(BUSINESS, "9");

        subject.take(List.of(subject.change("u", BUSINESS, "1", "credit_code", OTHER, "title", "云锦食品有限公司")));
        subject.take(List.of(subject.change("u", TAXPAYER, "2", "credit_code", OTHER, "title", "云锦食品有限公司")));

        assertThat(subject.clusters()).hasSize(1);
        assertThat(subject.rows.find(gone)).contains(stays);
        assertThat(subject.rows.formerIds(stays)).contains(gone);
        assertThat(subject.rows.of(stays, subject.now(), subject.now())).hasSize(3);
        assertThat(subject.db
                        .sql("select what from registry.event order by id")
                        .query(String.class)
                        .list())
                .containsExactly("SPLIT", "MERGED");
    }

    @Test
    void findsTheFirmOfARowWithoutACodeOrUnderTheOldNumber() {
        subject.take(FirmCity.of(subject, 200, 3));
        subject.learnAndSettle();

        long joined = 0;
        for (int i = 0; i < 200; i += 5) {
            joined += subject.entityOf(BUSINESS, "b" + i).equals(subject.entityOf(TAXPAYER, "t" + i)) ? 1 : 0;
        }
        assertThat(joined).isGreaterThanOrEqualTo(38);
        assertThat(subject.clusters())
                .allSatisfy(cluster -> assertThat(numbersOf(cluster)).hasSize(1));
    }

    private static Set<String> numbersOf(Set<String> cluster) {
        return Set.copyOf(cluster.stream()
                .map(place -> place.substring(place.indexOf('/') + 2))
                .toList());
    }

    @Test
    void findsAFirmByAPartOfItsNameByItsSoundAndByItsOldNumber() {
        String old = FirmCity.registration(7);
        subject.take(List.of(
                subject.row(BUSINESS, "1", "credit_code", old, "title", "宜丰县秀水食品有限公司"),
                subject.row(BUSINESS, "2", "credit_code", OTHER, "title", "宜丰县云锦物流有限公司")));
        String id = subject.entityOf(BUSINESS, "1");

        assertThat(found(SearchWay.PART, "秀水")).containsExactly(id);
        assertThat(found(SearchWay.PART, "水食品有限")).containsExactly(id);
        assertThat(found(SearchWay.PART, "宜丰县")).hasSize(2);
        assertThat(found(SearchWay.SOUND, "yifengxian xiushui shipin youxiangongsi"))
                .containsExactly(id);
        assertThat(found("registration", SearchWay.EXACT, old)).containsExactly(id);
    }
}
