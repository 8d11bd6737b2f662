package org.citybrain.platform.registry.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.CreditFields;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.declared.CorrectedValue;
import org.citybrain.platform.registry.declared.Declaration;
import org.springframework.stereotype.Component;

/** Finds a column's golden field in the declaration of public credit records. */
@Component
class DeclaredCreditFields implements CreditFields {
    private final Declaration declaration;
    private final CityTime time;

    DeclaredCreditFields(Registries registries, CityTime time) {
        this.declaration = registries.of(Registries.CREDIT).declaration();
        this.time = time;
    }

    private Optional<Declaration.Field> field(String resource, String column) {
        return declaration.fields().stream()
                .filter(field -> field.origins().stream()
                        .anyMatch(origin -> origin.resource().equals(resource)
                                && origin.field().equals(column)))
                .findFirst();
    }

    @Override
    public String masked(String resource, String column, String value) {
        return field(resource, column)
                .map(GoldenFields::masking)
                .orElse(Masking.WHOLE)
                .mask(value);
    }

    @Override
    public String standard(String resource, String column, String wanted) {
        Declaration.Field field =
                field(resource, column).orElseThrow(() -> Refusal.notFound("field of " + resource + "." + column));
        return CorrectedValue.standard(field, wanted, LocalDate.now(time.clock()));
    }

    @Override
    public ReadReason reason() {
        return new ReadReason(
                declaration.purpose().zh(), declaration.legalBasis().zh(), false);
    }
}
