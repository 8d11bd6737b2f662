package org.citybrain.matching.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.citybrain.matching.schema.FieldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardsTest {
    @ParameterizedTest
    @CsvSource({
        "date, 1990-01-02, 19900102",
        "date, 1990/1/2, 19900102",
        "date, 1990年1月2日, 19900102",
        "date, 19900102, 19900102",
        "date, 12/11/1978, 19781211",
        "date, 25/11/1978, 19781125",
        "date, 1990-01-02 08:30:00, 19900102",
        "date, 110105194912310021, 19491231",
        "date, 360999650102123, 19650102",
        "date, 0000-00-00, ''",
        "resident-id, ' 11010519491231002x', 11010519491231002X",
        "resident-id, １１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
        "phone, +86 139-0000-0001, 13900000001",
        "phone, 008613900000001, 13900000001",
        "phone, 12, ''",
        "chinese-name, 劉 國慶, 刘国庆",
        "name, 'O''Brien, José', obrien jose",
        "text, ' A.B@C.org ', a.b@c.org",
        "date, 000000000000000000, ''",
        "number, '1,299.00', 1299",
        "number, 0, ''",
    })
    void writesTheSameThingOneWay(String kind, String raw, String standard) {
        assertStandard(kind, raw, standard);
    }

    @ParameterizedTest
    @CsvSource({
        "address, 云溪镇 上屋村三组十二号, 云溪镇上屋村3组12号",
        "address, 三里村二十号, 三里村20号",
        "address, '12 Hill Street', 12 hill street",
        "address, 样例县东湖路8号3-2-501, 样例县东湖路8号3栋2单元501室",
        "address, 样例县东湖路八号三幢二单元五〇一房, 样例县东湖路8号3栋2单元501室",
        "address, 样例縣東湖路８号３号楼２单元５０１室, 样例县东湖路8号3栋2单元501室",
        "address, 东湖路8号 3#501室, 东湖路8号3栋501室",
        "address, 东湖路8-1号, 东湖路8-1号",
        "address, 中山路十二号A座1203, 中山路12号a座1203",
    })
    void writesTheSameAddressOneWay(String kind, String raw, String standard) {
        assertStandard(kind, raw, standard);
    }

    private static void assertStandard(String kind, String raw, String standard) {
        TextBuffer in = new TextBuffer().append(raw);
        TextBuffer out = new TextBuffer();

        Standards.of(FieldKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')))
                .apply(in, out);

        assertThat(out.toString()).isEqualTo(standard);
    }
}
