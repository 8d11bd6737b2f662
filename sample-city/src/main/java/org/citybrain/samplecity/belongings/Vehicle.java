package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/**
 * A motor vehicle; exactly one of owner and firm is there.
 *
 * @param plate number plate, e.g. 赣C12345; new-energy vehicles have one sign more
 * @param model brand and model
 * @param electric whether it is driven by electricity
 * @param truck whether it carries goods for hire
 * @param vin vehicle identification number, 17 signs
 * @param owner the resident who owns it
 * @param firm the firm that owns it
 * @param registeredOn first registration
 */
public record Vehicle(
        String plate,
        String model,
        boolean electric,
        boolean truck,
        String vin,
        @Nullable Resident owner,
        @Nullable Firm firm,
        LocalDate registeredOn) {}
