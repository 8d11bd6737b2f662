package org.citybrain.platform.region.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.platform.region.Located;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRegionsTest {
    @TempDir
    private Path shared;

    private FileRegions regions;

    @BeforeEach
    void writeATinyCity() throws IOException {
        Path divisions = Files.createDirectories(shared.resolve("data/city/divisions"));
        Files.writeString(
                divisions.resolve("areas.csv"), "code,name,cityCode\n990101,东县,9901\n990102,西县,9901\n880101,外县,8801\n");
        Files.writeString(divisions.resolve("streets.csv"), "code,name,areaCode\n990101001,东镇,990101\n");
        Path packed = divisions.resolve("villages.csv.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("code,name,streetCode\n990101001001,桥头村,990101001\n"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path boundaries = Files.createDirectories(shared.resolve("data/city/boundaries"));
        Files.writeString(boundaries.resolve("990100-town-wgs84.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":"990101"},"geometry":
                {"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[0.5,0.5],[0.6,0.5],[0.6,0.6],[0.5,0.5]]]}}]}
                """);
        regions = new FileRegions(shared, "9901");
    }

    @Test
    void namesAVillageByItsWholePath() {
        assertThat(regions.pathOf("990101001001")).isEqualTo("东县东镇桥头村");
        assertThat(regions.nameOf("123456")).isEqualTo("123456");
        assertThat(regions.pathOf("123456001001")).isEqualTo("123456001001");
    }

    @Test
    void listsTheCountiesOfItsOwnCityOnly() {
        assertThat(regions.counties()).extracting("name").containsExactly("东县", "西县");
    }

    @Test
    void findsTheVillageOfAPointAndSaysThatItsCentreIsGenerated() {
        Located located = regions.locate(1, 1).orElseThrow();
        assertThat(located.county().name()).isEqualTo("东县");
        assertThat(located.village().code()).isEqualTo("990101001001");
        assertThat(located.generated()).isTrue();
    }

    @Test
    void findsNothingOutsideTheOutlineOrInAHole() {
        assertThat(regions.locate(3, 1)).isEmpty();
        assertThat(regions.locate(0.58, 0.52)).isEmpty();
    }

    @Test
    void servesAnEmptyMapWithoutFiles() {
        FileRegions empty = new FileRegions(shared.resolve("absent"), "9901");
        assertThat(empty.outlines()).contains("\"features\":[]");
        assertThat(empty.counties()).isEmpty();
    }
}
