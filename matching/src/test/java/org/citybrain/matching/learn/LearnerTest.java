package org.citybrain.matching.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.citybrain.matching.Rows;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.Slot;
import org.citybrain.matching.schema.SchemaFile;
import org.junit.jupiter.api.Test;

class LearnerTest {
    @Test
    void trainsEveryField() {
        RecordStore store = Rows.store(Rows.persons(300, 5));
        Learner subject = new Learner(store);
        Model model = subject.learn();

        assertThat(model.trained()).hasSize(model.slots().size());
        for (double pairs : model.trained()) {
            assertThat(pairs).isGreaterThan(50);
        }
        assertThat(subject.findings(model)).isEmpty();
    }

    @Test
    void givesWeightsToAFieldThatEveryRuleUses() {
        String everywhere = Rows.PERSONS
                .replace("  - [number]\n  - [name, born]\n", "  - [name, born]\n")
                .replace("  - [born, phone]\n", "");
        RecordStore store = Rows.store(SchemaFile.parse(everywhere), Rows.persons(300, 5));
        Model model = new Learner(store).learn();
        int name = slot(model, "name");

        assertThat(model.trained()[name]).isGreaterThan(50);
        assertThat(model.weights()[name]).doesNotContain(Double.NEGATIVE_INFINITY, Double.NaN);
        assertThat(model.weights()[name][model.slots().get(name).levels().size() - 1])
                .isPositive();
    }

    @Test
    void weighsAgreementUpAndDisagreementDown() {
        Model model = new Learner(Rows.store(Rows.persons(300, 5))).learn();
        int phone = slot(model, "phone");

        assertThat(model.weights()[phone][Slot.DISAGREES]).isNegative();
        assertThat(model.weights()[phone][model.slots().get(phone).levels().size() - 1])
                .isGreaterThan(3);
    }

    private static int slot(Model model, String name) {
        for (int slot = 0; slot < model.slots().size(); slot++) {
            if (model.slots().get(slot).name().equals(name)) {
                return slot;
            }
        }
        throw new AssertionError(name);
    }
}
