/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.datenabfrage;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * One question of a page.
 *
 * @param mandant the municipality that asks
 * @param dienst the Dienst it asks for
 * @param eingaben all inputs by name, in canonical form, of the types that the port names
 * @param sprache language of the page, for the text of the answer
 * @param frist after this time nobody waits for the answer any more
 */
public record Abfrage(
        MandantId mandant, DienstRef dienst, Map<String, String> eingaben, Locale sprache, Duration frist) {

    public Abfrage {
        eingaben = Map.copyOf(eingaben);
    }

    /** An input of any type as text. */
    public String text(String name) {
        String wert = eingaben.get(name);
        if (wert == null) {
            throw new IllegalArgumentException("Keine Eingabe \"" + name + "\"");
        }
        return wert;
    }

    /** An input of type {@link Eingabetyp#ZAHL}. */
    public BigDecimal zahl(String name) {
        return new BigDecimal(text(name));
    }

    /** An input of type {@link Eingabetyp#DATUM}. */
    public LocalDate datum(String name) {
        return LocalDate.parse(text(name));
    }

    /** An input of type {@link Eingabetyp#JA_NEIN}. */
    public boolean jaNein(String name) {
        return text(name).equals("true");
    }

    /** Without the inputs, which may be personal data. */
    @Override
    public String toString() {
        return "Abfrage[" + mandant + ", " + dienst + ", " + eingaben.keySet() + "]";
    }
}
