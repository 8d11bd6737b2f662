package org.citybrain.gateway.folder;

/** A folder's description whose first table comes in whole files and files of changes. */
public final class PupilFiles {
    /** The description; further tables may be written below it. */
    public static final String DESCRIPTION = """
            format: citybrain-folder/1
            tables:
            - table: pupil
              file: pupil.*.full.csv
              changes: pupil.*.changes.csv
              operation: {column: 操作, insert: [新增], update: [修改], delete: [删除]}
              fields:
              - {name: no, title: 编号, type: bigint, key: true}
              - {name: name, title: 姓名, type: text, nullable: true}
            """;

    private PupilFiles() {}
}
