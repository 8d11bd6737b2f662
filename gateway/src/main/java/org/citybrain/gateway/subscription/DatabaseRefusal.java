package org.citybrain.gateway.subscription;

import java.sql.SQLException;
import java.util.Set;

/** Why a receiving database refused, in a sentence for people; the database's own words stand behind it. */
final class DatabaseRefusal {
    /** MariaDB's answers whose SQLSTATE says nothing: value does not fit, value cut, column without a default. */
    private static final Set<Integer> VALUES = Set.of(1264, 1265, 1366, 1406);

    private static final int NEEDED_COLUMN = 1364;
    private static final String POSTGRES_NO_RIGHT = "42501";
    private static final Set<Integer> MARIADB_NO_RIGHT = Set.of(1044, 1142, 1143, 1370);

    private DatabaseRefusal() {}

    /** The reason, Chinese and English, each followed by what the database said. */
    static String told(SQLException error) {
        String[] sentence = sentence(error);
        // the lines after the first may quote the row
        String own = String.valueOf(error.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replace(" · ", " ");
        return sentence[0] + "（数据库：" + own + "） · " + sentence[1] + " (the database: " + own + ")";
    }

    private static String[] sentence(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.equals(POSTGRES_NO_RIGHT) || MARIADB_NO_RIGHT.contains(error.getErrorCode())) {
            return new String[] {
                "网关的账号在接收库中缺少权限，请授权后重新铺底",
                "the gateway's account lacks a right in the receiving database: grant it, then lay down anew"
            };
        }
        if (state.startsWith("22") || state.startsWith("01") || VALUES.contains(error.getErrorCode())) {
            return new String[] {
                "有值放不进接收表的列，请重新铺底", "a value does not fit a column of the receiving table: lay it down anew"
            };
        }
        if (state.startsWith("23") || error.getErrorCode() == NEEDED_COLUMN) {
            return new String[] {
                "接收表上的约束不接受这批行，请去掉约束后重新铺底",
                "a constraint on the receiving table refuses the rows: take it away, then lay down anew"
            };
        }
        return new String[] {
            "接收库不接受：表或列已不是铺底时的样子，请重新铺底",
            "the receiving database refuses: a table or column is no longer as it was laid; lay it down anew"
        };
    }
}
