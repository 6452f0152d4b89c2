/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.dienst.DienstId;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * What is checked: one Dienst of one running portal.
 *
 * @param basis where the portal has mounted the SDK, for example {@code http://localhost:8080/ozg}; with the Mandant's
 *     part of the path where the portal serves several; kept without a slash at the end
 * @param dienst a Dienst with a form of its own; a linked one has no pages to check
 * @param zeitgrenze for the whole check, from one second to one hour
 */
public record Pruefling(URI basis, DienstId dienst, Duration zeitgrenze) {

    private static final Duration UEBLICH = Duration.ofMinutes(2);
    private static final Duration MINDESTENS = Duration.ofSeconds(1);
    private static final Duration HOECHSTENS = Duration.ofHours(1);

    /** Checks itself; {@link IllegalArgumentException} names what is wrong. */
    public Pruefling {
        if (basis.getScheme() == null
                || !Set.of("http", "https").contains(basis.getScheme())
                || basis.getHost() == null
                || basis.getRawUserInfo() != null
                || basis.getRawQuery() != null
                || basis.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "basis: eine Adresse wie http://localhost:8080/ozg, ohne Benutzer, Abfrage und Sprungmarke");
        }
        if (zeitgrenze.compareTo(MINDESTENS) < 0 || zeitgrenze.compareTo(HOECHSTENS) > 0) {
            throw new IllegalArgumentException("zeitgrenze: von einer Sekunde bis zu einer Stunde");
        }
        String text = basis.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        basis = URI.create(text);
    }

    /** With the usual time limit of two minutes. */
    public static Pruefling von(String basis, String dienst) {
        return new Pruefling(URI.create(basis), new DienstId(dienst), UEBLICH);
    }

    /** An address below the catalogue page of the Dienst; empty for the catalogue page itself. */
    public URI seite(String unten) {
        return URI.create(basis + "/" + dienst + unten);
    }
}
