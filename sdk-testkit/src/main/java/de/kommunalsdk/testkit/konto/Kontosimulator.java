/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The SAML side of an account, without pages and without a server: takes a request, gives the answer. It checks the
 * signature of a request and answers as the real account would, signed and encrypted. Thread-safe.
 *
 * <pre>{@code
 * var konto = new Kontosimulator(Kontoart.AKDB, testkonto, Testdienst.aus(dienst), Clock.systemUTC());
 * Kontoanfrage anfrage = konto.formular(samlRequest);
 * String samlResponse = konto.antwort(anfrage, Testperson.erika());
 * }</pre>
 */
public final class Kontosimulator {

    private static final String OID = "urn:oid:1.3.6.1.4.1.25484.494450.";
    private static final String BPK2 = OID + "3";
    private static final List<String> KLASSEN =
            List.of("STORK-QAA-Level-1", "STORK-QAA-Level-2", "STORK-QAA-Level-3", "STORK-QAA-Level-4");
    private static final Map<Vertrauensniveau, String> EIDAS = Map.of(
            Vertrauensniveau.BASISREGISTRIERUNG, "http://eidas.europa.eu/LoA/low",
            Vertrauensniveau.SUBSTANZIELL, "http://eidas.europa.eu/LoA/substantial",
            Vertrauensniveau.HOCH, "http://eidas.europa.eu/LoA/high");

    private final Kontoart art;
    private final Testkonto konto;
    private final Testdienst dienst;
    private final Clock uhr;
    private final Anfragenleser leser;

    /** An account that knows one portal. */
    public Kontosimulator(Kontoart art, Testkonto konto, Testdienst dienst, Clock uhr) {
        this.art = art;
        this.konto = konto;
        this.dienst = dienst;
        this.uhr = uhr;
        this.leser = new Anfragenleser(dienst, art == Kontoart.AKDB);
    }

    /** Where answers are posted. */
    public URI acs() {
        return dienst.acs();
    }

    /**
     * Reads a request from the form field SAMLRequest.
     *
     * @throws IllegalArgumentException with a code such as {@code saml-request-not-signed}; the real account shows it on a
     *     page of its own and gives no answer
     */
    public Kontoanfrage formular(String samlRequest) {
        return leser.formular(samlRequest);
    }

    /**
     * Reads a request from the query of an address, as it came, not decoded.
     *
     * @throws IllegalArgumentException as above
     */
    public Kontoanfrage weiterleitung(String abfrage) {
        return leser.weiterleitung(abfrage);
    }

    /** The answer after this person has logged in: success, or the error that the real account would send. */
    public String antwort(Kontoanfrage anfrage, Testperson person) {
        if (KLASSEN.indexOf(anfrage.klasse()) > person.niveau().ordinal() - 1) {
            return fehler(anfrage).fehler("Responder", "NoAuthnContext", "The requested level cannot be met.", "");
        }
        List<String> fehlende = anfrage.attribute().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(name -> wert(name, person).isEmpty())
                .toList();
        return fehlende.isEmpty() ? bauer(anfrage, person).baue() : fehlt(anfrage, fehlende.get(0));
    }

    /** A success that the caller may still spoil before it is built. */
    public Antwortbauer bauer(Kontoanfrage anfrage, Testperson person) {
        Antwortbauer bauer = fehler(anfrage);
        return switch (art) {
            case AKDB -> akdb(bauer, anfrage, person);
            case UNTERNEHMENSKONTO -> {
                person.attribute().forEach((name, wert) -> bauer.attribut(name, wert));
                bauer.attribut("DatenuebermittlerPseudonymId", "du-" + pseudonym(person, 20));
                yield bauer.signiert(true, false)
                        .klasse("urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified")
                        .nameId("ek-" + pseudonym(person, 20), "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")
                        .nameIdVerschluesselt();
            }
            case ALLGEMEIN -> {
                person.attribute().forEach((name, wert) -> bauer.attribut(name, wert));
                yield bauer.klasse(EIDAS.getOrDefault(person.niveau(), ""))
                        .nameId(pseudonym(person, 20), "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")
                        .verschluesselt(null);
            }
        };
    }

    /** The person broke off. */
    public String abbruch(Kontoanfrage anfrage) {
        return fehler(anfrage).fehler("Requester", "AuthnFailed", "Authentication was canceled by the user.", "");
    }

    /** The account does not know a required attribute. */
    public String fehlt(Kontoanfrage anfrage, String attribut) {
        return fehler(anfrage)
                .fehler(
                        "Requester",
                        "RequestDenied",
                        "security-msg",
                        "<saml2p:StatusDetail><akdb:StatusDetail xmlns:akdb=\"https://www.akdb.de/request/2018/09\">"
                                + "{\"version\":\"1.0\",\"errors\":[{\"code\":\"IDP_REQUIRED_ATTRIBUTES_MISSING\","
                                + "\"message\":\"Attribute " + attribut
                                + " is required but not available in Nutzerkonto.\"}]}"
                                + "</akdb:StatusDetail></saml2p:StatusDetail>");
    }

    /** Any other error. */
    public String fehler(Kontoanfrage anfrage, String code, String zweiter, String meldung) {
        return fehler(anfrage).fehler(code, zweiter, meldung, "");
    }

    private Antwortbauer fehler(Kontoanfrage anfrage) {
        return new Antwortbauer(konto, dienst, anfrage.id(), uhr.instant());
    }

    private Antwortbauer akdb(Antwortbauer bauer, Kontoanfrage anfrage, Testperson person) {
        anfrage.attribute().keySet().forEach(name -> {
            String wert = wert(name, person);
            if (!wert.isEmpty()) {
                bauer.attribut(name, vertrauen(name, person), wert);
            }
        });
        return bauer.klasse(KLASSEN.get(person.niveau().ordinal() - 1));
    }

    private String wert(String name, Testperson person) {
        if (name.equals(BPK2)) {
            return person.gast() ? "" : pseudonym(person, 32);
        } else if (name.equals("urn:oid:2.5.4.18")) {
            return person.gast() ? "" : uuid("postfach", person);
        } else if (name.equals(OID + "4")) {
            return uuid("antrag " + uhr.instant(), person);
        } else if (name.equals(OID + "2")) {
            return person.mittel().wort();
        } else if (name.equals(OID + "1")) {
            return "2025.2.0";
        } else if (name.equals("urn:oid:1.2.40.0.10.2.1.1.261.94")) {
            return KLASSEN.get(person.niveau().ordinal() - 1);
        }
        return person.attribute().getOrDefault(name, "");
    }

    /** Mail, key and mailbox are never better than low, whatever the login is; the sex is worth nothing. */
    private static String vertrauen(String name, Testperson person) {
        if (name.startsWith(OID + "3") || name.equals("urn:oid:2.5.4.18") || name.endsWith("100.1.3")) {
            return "NORMAL";
        }
        boolean egal = name.equals("urn:oid:1.3.6.1.4.1.33592.1.3.5");
        return egal
                ? "UNTERGEORDNET"
                : List.of("", "UNTERGEORDNET", "NORMAL", "SUBSTANTIELL", "HOCH")
                        .get(person.niveau().ordinal());
    }

    /** Another one for each host of an entityID, as at the real accounts. */
    private String pseudonym(Testperson person, int bytes) {
        byte[] summe = summe(URI.create(dienst.entityId()).getHost() + " " + person.kennung());
        byte[] anfang = java.util.Arrays.copyOf(summe, bytes);
        return bytes == 32
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(anfang)
                : HexFormat.of().formatHex(anfang);
    }

    private static String uuid(String zweck, Testperson person) {
        return java.util
                .UUID
                .nameUUIDFromBytes(summe(zweck + " " + person.kennung()))
                .toString();
    }

    private static byte[] summe(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
