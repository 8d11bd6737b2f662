package org.citybrain.platform.region.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citybrain.platform.region.Address;
import org.citybrain.platform.region.Address.Where;
import org.citybrain.platform.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressReaderTest {
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("98", "云岭省"),
            Map.entry("99", "江海省"),
            Map.entry("9801", "山阳市"),
            Map.entry("9901", "水明市"),
            Map.entry("990101", "东湖区"),
            Map.entry("990102", "西山县"),
            Map.entry("990101001", "灵泉街道"),
            Map.entry("990101002", "化成街道"),
            Map.entry("990102001", "上屋镇"),
            Map.entry("990101001001", "朝阳社区居委会"),
            Map.entry("990101001002", "东门社区居委会"),
            Map.entry("990101002001", "朝阳社区居委会"),
            Map.entry("990102001001", "彬江村委会"),
            Map.entry("990102001002", "十二里村委会")));

    private final AddressReader addresses =
            new AddressReader(NAMES, new FileRegions(Path.of("no-such-folder"), "9901"), "9901");

    private String codeOf(String text) {
        Region division = addresses.read(text).division();
        return division == null ? "" : division.code();
    }

    @ParameterizedTest
    @CsvSource({
        "江海省水明市东湖区灵泉街道朝阳社区居委会12号, 990101001001",
        "水明市东湖区灵泉街道办事处朝阳社区12号, 990101001001",
        "東湖區靈泉街道朝陽社區１２號, 990101001001",
        "江海水明东湖灵泉街道朝阳居委会12号, 990101001001",
        "东湖区朝阳社区12号, 990101",
        "东门社区12号, 990101001002",
        "西山县上屋镇彬江村3组12号, 990102001001",
        "西山县上屋镇彬江村民委员会, 990102001001",
        "上屋镇十二里村二十号, 990102001002",
        "东湖区灵泉街道, 990101001",
        "水明市, 9901",
    })
    void findsTheSmallestDivisionThatIsNamedWithoutDoubt(String text, String code) {
        assertThat(addresses.read(text).where()).isEqualTo(Where.HERE);
        assertThat(codeOf(text)).isEqualTo(code);
    }

    @Test
    void saysWhichPlacesAnAddressMayMean() {
        Address doubtful = addresses.read("朝阳社区12号");
        assertThat(doubtful.where()).isEqualTo(Where.UNKNOWN);
        assertThat(doubtful.division()).isNull();
        assertThat(doubtful.several()).hasSize(2);
        for (String clear : List.of("东门社区12号", "灵泉街道朝阳社区12号", "上屋镇十二里村二十号", "朝阳社区街12号", "中山路12号")) {
            assertThat(addresses.read(clear).several()).as(clear).isEmpty();
        }
    }

    @Test
    void takesTheHouseApart() {
        Address address = addresses.read("东湖区灵泉街道东门社区东湖路8号阳光花园三幢二单元５楼五〇一房");

        assertThat(List.of(address.street(), address.number(), address.estate(), address.building(), address.unit()))
                .containsExactly("东湖路", "8", "阳光花园", "3", "2");
        assertThat(List.of(address.floor(), address.room(), address.rest())).containsExactly("5", "501", "");
        assertThat(addresses.read("东湖路8号3-2-501").room()).isEqualTo("501");
        assertThat(addresses.read("上屋镇彬江村三组十二号").group()).isEqualTo("3");
        assertThat(addresses.read("东门社区12号旁").rest()
                        + addresses.read("东门社区12号旁").estate())
                .isEqualTo("旁");
    }

    @Test
    void tellsAnAddressInAnotherCity() {
        Address city = addresses.read("云岭省山阳市东湖区东湖路8号");
        Address province = addresses.read("云岭省东湖路8号");

        assertThat(city.where()).isEqualTo(Where.ELSEWHERE);
        assertThat(Objects.requireNonNull(city.division()).code()).isEqualTo("9801");
        assertThat(city.path()).isEqualTo("山阳市");
        assertThat(province.where()).isEqualTo(Where.ELSEWHERE);
        assertThat(province.division()).isNull();
        assertThat(province.path()).isEqualTo("云岭省");
    }

    @ParameterizedTest
    @CsvSource({"中山路12号", "江海省中山路12号", "东湖大道8号", "'   '", "？？？", "12"})
    void claimsNoDivisionWhereNoneIsNamed(String text) {
        assertThat(addresses.read(text).where()).isEqualTo(Where.UNKNOWN);
        assertThat(addresses.read(text).division()).isNull();
    }

    @Test
    void findsEveryVillageOfARealCityInTheStylesOfItsDepartments() {
        Path shared = Path.of(Objects.requireNonNullElse(System.getenv("CB_SHARED"), "../../shared"));
        assumeThat(Files.isDirectory(shared.resolve("data/city/divisions")))
                .as("real divisions below CB_SHARED, default ../shared")
                .isTrue();
        FileRegions regions = new FileRegions(shared, "3609");
        AddressReader reader = new AddressReader(DivisionFiles.withCountry(shared, regions.names()), regions, "3609");
        int asked = 0;
        int found = 0;
        Map<String, String> all = regions.names();
        for (String code :
                all.keySet().stream().filter(each -> each.length() == 12).toList()) {
            String town = all.get(code.substring(0, 6)) + all.get(code.substring(0, 9));
            String village = all.get(code).replaceAll("(居委会|委会)$", "");
            for (String text :
                    List.of("江西省宜春市" + town + all.get(code) + "12号", "宜春市" + town + village + "12号", town + village)) {
                Region division = reader.read(text).division();
                asked++;
                found += division != null && division.code().equals(code) ? 1 : 0;
                assertThat(division).as(text).isNotNull();
                assertThat(code).as(text).startsWith(division.code());
            }
        }
        assertThat(asked).isGreaterThan(8_000);
        assertThat(found / (double) asked).isGreaterThan(0.985);
    }
}
