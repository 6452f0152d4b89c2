/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of "Hund anmelden" as somebody would write it by hand for Bean Validation; days and booleans are typed already. */
record Hundeantrag(@NotNull @Valid Halter halter, @NotEmpty List<@Valid Hund> hunde, @Valid @Nullable Haltung bisher) {

    record Halter(
            @NotNull @Size(min = 1, max = 80) String vornamen,
            @NotNull @Size(min = 1, max = 120) String familienname,
            @NotNull LocalDate geburtsdatum,
            @NotNull @Valid Anschrift anschrift,
            @Valid @Nullable Erreichbarkeit erreichbarkeit) {}

    record Anschrift(
            @NotNull @Size(min = 1, max = 55) String strasse,
            @Size(min = 1, max = 11) @Nullable String hausnummer,
            @NotNull @Size(min = 5, max = 5) @Pattern(regexp = "(0[1-9]|[1-9][0-9])[0-9]{3}") String postleitzahl,
            @NotNull @Size(min = 1, max = 50) String ort,
            @Size(min = 1, max = 21) @Nullable String zusatz) {}

    record Erreichbarkeit(
            @Size(min = 1, max = 23) @Nullable String telefon,
            @Size(min = 6, max = 254)
                    @Pattern(regexp = "[%+\\-.0-9A-Z_a-z]+@[\\-.0-9A-Za-z]+\\.[A-Za-z]{1,63}")
                    @Nullable
                    String email) {}

    record Hund(
            @NotNull @Size(min = 1, max = 60) String rufname,
            @NotNull @Size(min = 2, max = 100) String rasse,
            @NotNull @Pattern(regexp = "[mw]") String geschlecht,
            @NotNull LocalDate geburtsdatum,
            @Pattern(regexp = "[0-9]{15}") @Nullable String chipnummer,
            @NotNull @Size(min = 2, max = 60) String farbe,
            @NotNull LocalDate haltungSeit,
            @NotNull Boolean besonderer,
            @Size(min = 1) @Nullable String nachweis) {}

    record Haltung(
            @NotNull @Size(min = 2, max = 120) String name,
            @Size(min = 1, max = 50) @Nullable String ort,
            @Nullable Boolean angemeldet) {}

    /** The same values as {@link Eingaben#hundewerte}. */
    static Hundeantrag mit(int hunde) {
        List<Hund> alle = new ArrayList<>();
        for (int n = 1; n <= hunde; n++) {
            alle.add(new Hund(
                    "Waldi " + n,
                    "Dackel & <Pudel>",
                    "m",
                    LocalDate.of(2024, 4, 3),
                    "276098106234567",
                    "braun",
                    LocalDate.of(2026, 11, 1),
                    false,
                    null));
        }
        return new Hundeantrag(
                new Halter(
                        "Erika",
                        "Mustermann",
                        LocalDate.of(1980, 2, 1),
                        new Anschrift("Hauptstraße", "12 a", "99999", "Musterstadt", null),
                        new Erreichbarkeit(null, "erika.mustermann@musterstadt.example")),
                alle,
                null);
    }
}
