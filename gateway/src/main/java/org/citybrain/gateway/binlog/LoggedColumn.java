package org.citybrain.gateway.binlog;

import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;

/**
 * A column as a table's entry in the binlog describes it.
 *
 * @param type MariaDB's number of the type
 * @param size the type's own measure: bytes, digits or parts of a second, see {@link LoggedTable}
 * @param scale digits after the point of a decimal
 * @param unsigned whether an integer has no sign
 * @param characters how its text is encoded
 * @param words of an enumeration or a set, in order
 */
public record LoggedColumn(
        String name,
        int type,
        int size,
        int scale,
        boolean unsigned,
        Characters characters,
        List<String> words,
        boolean nullable,
        boolean key) {
    static final int TINY = 1;
    static final int SHORT = 2;
    static final int LONG = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int LONGLONG = 8;
    static final int INT24 = 9;
    static final int DATE = 10;
    static final int YEAR = 13;
    static final int VARCHAR = 15;
    static final int BIT = 16;
    static final int TIMESTAMP2 = 17;
    static final int DATETIME2 = 18;
    static final int TIME2 = 19;
    static final int NEWDECIMAL = 246;
    static final int ENUM = 247;
    static final int SET = 248;
    static final int BLOB = 252;
    static final int VAR_STRING = 253;
    static final int STRING = 254;
    static final int GEOMETRY = 255;

    private static final String[] TEXTS = {"", "tinytext", "text", "mediumtext", "longtext"};
    private static final String[] BLOBS = {"", "tinyblob", "blob", "mediumblob", "longblob"};

    /** The type as {@link MariaDbTypes} reads it from the catalogue. */
    String typeText() {
        return switch (type) {
            case TINY -> "tinyint" + sign();
            case SHORT -> "smallint" + sign();
            case INT24 -> "mediumint" + sign();
            case LONG -> "int" + sign();
            case LONGLONG -> "bigint" + sign();
            case NEWDECIMAL -> "decimal(" + size + "," + scale + ")" + sign();
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case DATE -> "date";
            case YEAR -> "year";
            case TIMESTAMP2 -> "timestamp" + parts();
            case DATETIME2 -> "datetime" + parts();
            case TIME2 -> "time" + parts();
            case BIT -> "bit(" + size + ")";
            case ENUM -> "enum" + list();
            case SET -> "set" + list();
            case VARCHAR, VAR_STRING -> text("varchar", "varbinary");
            case STRING -> text("char", "binary");
            case BLOB -> characters.isBinary() ? BLOBS[size] : TEXTS[size];
            case GEOMETRY -> "geometry";
            default -> throw new UnreadableLogException("Column " + name + " has type " + type + ", which is not read");
        };
    }

    private String sign() {
        return unsigned ? " unsigned" : "";
    }

    private String parts() {
        return size == 0 ? "" : "(" + size + ")";
    }

    private String list() {
        return words.stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "(", ")"));
    }

    private String text(String ofCharacters, String ofBytes) {
        return characters.isBinary()
                ? ofBytes + "(" + size + ")"
                : ofCharacters + "(" + size / characters.longest() + ")";
    }

    FieldSpec field() {
        return FieldSpec.ofColumn(name, typeText(), nullable, key);
    }
}
