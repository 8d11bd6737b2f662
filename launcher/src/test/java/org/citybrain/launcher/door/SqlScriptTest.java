package org.citybrain.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void endsStatementsAtSemicolonsOutsideQuotesOnly() {
        assertThat(SqlScript.steps("select 'a;''b'; -- c;d\nselect \"e;f\"; /* g;h */ select 1;"))
                .extracting(SqlScript.Step::sql)
                .containsExactly("select 'a;''b'", "select \"e;f\"", "select 1");
    }

    @Test
    void keepsABodyInDollarQuotesWhole() {
        assertThat(SqlScript.steps("create function f() as $_$ begin; $1; end $_$; select 2;"))
                .extracting(SqlScript.Step::sql)
                .containsExactly("create function f() as $_$ begin; $1; end $_$", "select 2");
    }

    @Test
    void takesTheRowsOfACopyUpToTheirEnd() {
        assertThat(SqlScript.steps("COPY t (a) FROM stdin;\n1\t;\n2\n\\.\nselect 3;"))
                .containsExactly(
                        new SqlScript.Step("COPY t (a) FROM stdin", "1\t;\n2\n"), new SqlScript.Step("select 3", ""));
    }

    @Test
    void takesAnEmptyCopyAsAStatementWithoutRows() {
        assertThat(SqlScript.steps("COPY t (a) FROM stdin;\n\\.\nselect 3;"))
                .extracting(SqlScript.Step::sql)
                .containsExactly("COPY t (a) FROM stdin", "select 3");
    }

    @Test
    void leavesOutCommandsOfPsql() {
        assertThat(SqlScript.steps("create database x;\n\\c x;\nselect 1;"))
                .extracting(SqlScript.Step::sql)
                .containsExactly("create database x", "select 1");
    }
}
