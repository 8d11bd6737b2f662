package org.citybrain.platform.registry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.platform.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Over the reader of addresses that the platform itself makes, from division tables of an invented country. */
class OtherCityTest {
    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();

    @TempDir
    private Path shared;

    @BeforeEach
    void open() throws IOException {
        Path divisions = Files.createDirectories(shared.resolve("data/city/divisions"));
        Files.writeString(divisions.resolve("provinces.csv"), "code,name\n98,云岭省\n99,江海省\n");
        Files.writeString(divisions.resolve("cities.csv"), "code,name\n9801,山阳市\n9901,水明市\n");
        Files.writeString(divisions.resolve("areas.csv"), "code,name\n990101,东湖区\n990102,西山县\n");
        Files.writeString(
                divisions.resolve("streets.csv"), "code,name\n990101001,灵泉街道\n990101002,城关镇\n990102001,城关镇\n");
        HomeConfig config = HomeConfig.of(Map.of("city.node", "9901", "shared.dir", shared.toString()));
        room.registerBean(Home.class, () -> new Home(config));
        room.register(OtherCity.class);
        room.scan("org.citybrain.platform.region.internal");
        room.refresh();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private boolean readerIsMade() {
        return room.getBeanFactory().containsSingleton("addresses");
    }

    @ParameterizedTest
    @CsvSource({
        "云岭省山阳市东湖路8号, 山阳市",
        "山阳市水明路8号, 山阳市",
        "云岭省东湖路8号, 云岭省",
        "江海省水明市东湖区灵泉街道8号, ''",
        "水明市东湖区灵泉街道8号, ''",
        "江海省东湖路8号, ''",
        "东湖区灵泉街道8号, ''",
        "超市西门8号, ''",
        "'', ''",
    })
    void namesTheCityThatAnAddressLiesInUnlessItIsThisOne(String address, String city) {
        assertThat(room.getBean(OtherCity.class).otherCity(address)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource({
        "城关镇8号, 东湖区城关镇、西山县城关镇",
        "城關鎮８號, 东湖区城关镇、西山县城关镇",
        "东湖区城关镇8号, ''",
        "灵泉街道8号, ''",
        "东村8号, ''",
        "'', ''",
    })
    void namesThePlacesOfWhichAnAddressMeansOne(String address, String places) {
        assertThat(room.getBean(OtherCity.class).several(address).replace(" ", ""))
                .isEqualTo(places);
    }

    @Test
    void makesTheReaderOnlyWhenAnAddressNamesAnotherCity() {
        OtherCity other = room.getBean(OtherCity.class);
        other.otherCity("东湖区灵泉街道8号");
        other.otherCity("江海省水明市灵泉街道8号");
        other.several("东湖区城关镇8号");
        assertThat(readerIsMade()).isFalse();

        assertThat(other.otherCity("山阳市中山路1号")).isEqualTo("山阳市");
        assertThat(readerIsMade()).isTrue();
    }
}
