/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.testkit.simulator.DatenabfrageSimulator;
import de.kommunalsdk.testkit.simulator.RegisterSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is checked: one Dienst of one running portal.
 *
 * @param basis where the portal has mounted the SDK, for example {@code http://localhost:8080/ozg}; with the Mandant's
 *     part of the path where the portal serves several; kept without a slash at the end
 * @param dienst a Dienst with a form of its own; a linked one has no pages to check
 * @param zeitgrenze for the whole check, from one second to one hour
 * @param mitwirkung what the test of the portal does for rules that cannot be seen from outside
 */
public record Pruefling(URI basis, DienstId dienst, Duration zeitgrenze, Mitwirkung mitwirkung) {

    private static final Duration UEBLICH = Duration.ofMinutes(2);
    private static final Duration MINDESTENS = Duration.ofSeconds(1);
    private static final Duration HOECHSTENS = Duration.ofHours(1);

    /** Checks itself; {@link IllegalArgumentException} names what is wrong. */
    public Pruefling {
        basis = geprueft(basis);
        if (zeitgrenze.compareTo(MINDESTENS) < 0 || zeitgrenze.compareTo(HOECHSTENS) > 0) {
            throw new IllegalArgumentException("zeitgrenze: von einer Sekunde bis zu einer Stunde");
        }
    }

    /** With nothing but what can be seen from outside. */
    public Pruefling(URI basis, DienstId dienst, Duration zeitgrenze) {
        this(basis, dienst, zeitgrenze, Mitwirkung.KEINE);
    }

    /** With the usual time limit of two minutes. */
    public static Pruefling von(String basis, String dienst) {
        return new Pruefling(URI.create(basis), new DienstId(dienst), UEBLICH);
    }

    /** An address below the catalogue page of the Dienst; empty for the catalogue page itself. */
    public URI seite(String unten) {
        return URI.create(basis + "/" + dienst + unten);
    }

    /** The kit may fill in and submit one Antrag, which the portal delivers. */
    public Pruefling mitEinreichung() {
        return mitEinreichung(Map.of());
    }

    /**
     * The same with answers that the kit cannot guess.
     *
     * @param angaben by the name of the field in the page, or the end of it, for example the id of the FIM element
     */
    public Pruefling mitEinreichung(Map<String, String> angaben) {
        return mit(new Mitwirkung(
                true,
                angaben,
                mitwirkung.register(),
                mitwirkung.datenabfrage(),
                mitwirkung.zweiterMandant(),
                mitwirkung.konto()));
    }

    /** The portal has this register, and a Dienst that is prefilled from it: the kit counts what it is asked. */
    public Pruefling mitRegister(RegisterSimulator register) {
        return mit(new Mitwirkung(
                mitwirkung.einreichen(),
                mitwirkung.angaben(),
                Optional.of(register),
                mitwirkung.datenabfrage(),
                mitwirkung.zweiterMandant(),
                mitwirkung.konto()));
    }

    /** The portal has this look-up, and a Dienst that asks it: the kit lets it fail, and leaves it as it was. */
    public Pruefling mitDatenabfrage(DatenabfrageSimulator datenabfrage) {
        return mit(new Mitwirkung(
                mitwirkung.einreichen(),
                mitwirkung.angaben(),
                mitwirkung.register(),
                Optional.of(datenabfrage),
                mitwirkung.zweiterMandant(),
                mitwirkung.konto()));
    }

    /** Where another Mandant offers the same Dienst. */
    public Pruefling mitZweitemMandanten(String andereBasis) {
        return mit(new Mitwirkung(
                mitwirkung.einreichen(),
                mitwirkung.angaben(),
                mitwirkung.register(),
                mitwirkung.datenabfrage(),
                Optional.of(geprueft(URI.create(andereBasis))),
                mitwirkung.konto()));
    }

    /** The portal offers this account: the kit logs in with it. */
    public Pruefling mitKonto(Probekonto konto) {
        return mit(new Mitwirkung(
                mitwirkung.einreichen(),
                mitwirkung.angaben(),
                mitwirkung.register(),
                mitwirkung.datenabfrage(),
                mitwirkung.zweiterMandant(),
                Optional.of(konto)));
    }

    /** Another Dienst of the same portal. */
    public Pruefling mitDienst(DienstId anderer) {
        return new Pruefling(basis, anderer, zeitgrenze, mitwirkung);
    }

    /** The same Dienst at the second Mandant. */
    public Optional<Pruefling> beimZweitenMandanten() {
        return mitwirkung.zweiterMandant().map(andere -> new Pruefling(andere, dienst, zeitgrenze, mitwirkung));
    }

    private Pruefling mit(Mitwirkung neue) {
        return new Pruefling(basis, dienst, zeitgrenze, neue);
    }

    private static URI geprueft(URI basis) {
        if (basis.getScheme() == null
                || !Set.of("http", "https").contains(basis.getScheme())
                || basis.getHost() == null
                || basis.getRawUserInfo() != null
                || basis.getRawQuery() != null
                || basis.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "basis: eine Adresse wie http://localhost:8080/ozg, ohne Benutzer, Abfrage und Sprungmarke");
        }
        String text = basis.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return URI.create(text);
    }
}
