package org.citybrain.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepMasksTest {
    @ParameterizedTest
    @CsvSource({
        "person,number,360999196804180028,3609**********0028",
        "person,number / born,360999196804180028 / 19680418,3609**********0028 / 1968-**-**",
        "person,number / born,19680418,1968-**-**",
        "person,born,19680418,1968-**-**",
        "person,name,高样例,高**",
        "person,phone,16458007808,164****7808",
        "person,address / place,360983115204,360983115204",
        "person,address / place,江西省宜春市袁州区灵泉路5号 / 360902001001,江西省宜春市*** / 360902001001",
        "person,number,36099919680418002,3609*********8002",
        "licence,holder,360999196804180028,3609**********0028",
        "firm,name / core,宜丰县秀水食品有限公司 / 秀水食品,宜丰县秀水食品有限公司 / 秀水食品",
        "firm,representative,吴样例,吴**",
        "firm,phone,13900000001,139****0001"
    })
    void hidesPersonsInSingleFieldsAndInGroups(String kind, String step, String value, String shown) {
        assertThat(StepMasks.masked(kind, step, value)).isEqualTo(shown);
    }
}
