/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.AkdbErweiterung;
import de.kommunalsdk.saml.AkdbErweiterung.Angefordert;
import de.kommunalsdk.saml.Anfragewunsch;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Kontoprofil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.w3c.dom.Element;

/** The XML of a request and its two ways through the browser. */
public final class Anfragebau {

    private static final String BINDUNG_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final String OBERFLAECHE = "https://www.akdb.de/request/2018/09/classic-ui/v1";
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final Dienstanbieter dienst;
    private final Kontoprofil profil;
    private final Unterschrift unterschrift;

    public Anfragebau(Dienstanbieter dienst, Kontoprofil profil) {
        this.dienst = dienst;
        this.profil = profil;
        this.unterschrift = new Unterschrift(dienst.signatur(), profil.pss());
    }

    /**
     * A request that is not signed yet.
     *
     * @param id its ID
     * @param xml its root
     */
    public record Anfrage(String id, Element xml) {}

    public Anfrage schreibe(URI ziel, Anfragewunsch wunsch, Instant jetzt) {
        // an xs:ID must not begin with a digit, though the BundID's own samples do
        byte[] zufall = new byte[16];
        ZUFALL.nextBytes(zufall);
        String id = "_" + HexFormat.of().formatHex(zufall);
        Xmlbau wurzel = Xmlbau.dokument(Xml.PROTOKOLL, "saml2p:AuthnRequest")
                .attribut("ID", id)
                .attribut("Version", "2.0")
                .attribut("IssueInstant", jetzt.truncatedTo(ChronoUnit.SECONDS).toString())
                .attribut("Destination", ziel.toString())
                .attribut("AssertionConsumerServiceURL", dienst.acs().toString())
                .attribut("ProtocolBinding", BINDUNG_POST);
        if (profil.neueAnmeldung()) {
            wurzel.attribut("ForceAuthn", "true");
        }
        wurzel.kind(Xml.SAML, "saml2:Issuer").text(dienst.entityId());
        wunsch.erweiterung().ifPresent(e -> erweiterung(wurzel.kind(Xml.PROTOKOLL, "saml2p:Extensions"), e));
        if (!profil.nameIdFormat().isEmpty()) {
            wurzel.kind(Xml.PROTOKOLL, "saml2p:NameIDPolicy").attribut("Format", profil.nameIdFormat());
        }
        Optional.ofNullable(profil.klassen().get(wunsch.niveau()))
                .ifPresent(klasse -> wurzel.kind(Xml.PROTOKOLL, "saml2p:RequestedAuthnContext")
                        .attribut("Comparison", "minimum")
                        .kind(Xml.SAML, "saml2:AuthnContextClassRef")
                        .text(klasse));
        return new Anfrage(id, wurzel.element());
    }

    private static void erweiterung(Xmlbau extensions, AkdbErweiterung wunsch) {
        Xmlbau anfrage = extensions
                .kind(Xml.AKDB, "akdb:AuthenticationRequest")
                .attribut("Version", "2")
                .attribut("EnableStatusDetail", "true");
        if (!wunsch.verfahren().isEmpty()) {
            Xmlbau verfahren = anfrage.kind(Xml.AKDB, "akdb:AuthnMethods");
            Arrays.stream(AkdbErweiterung.Verfahren.values())
                    .filter(wunsch.verfahren()::containsKey)
                    .forEach(v -> verfahren
                            .kind(Xml.AKDB, "akdb:" + v.wort())
                            .kind(Xml.AKDB, "akdb:Enabled")
                            .text(String.valueOf(wunsch.verfahren().get(v))));
        }
        Xmlbau attribute = anfrage.kind(Xml.AKDB, "akdb:RequestedAttributes");
        for (Angefordert attribut : wunsch.attribute()) {
            attribute
                    .kind(Xml.AKDB, "akdb:RequestedAttribute")
                    .attribut("Name", attribut.name())
                    .attribut("RequiredAttribute", String.valueOf(attribut.pflicht()));
        }
        Xmlbau anzeige = anfrage.kind(Xml.AKDB, "akdb:DisplayInformation").kind(OBERFLAECHE, "classic-ui:Version");
        anzeige.kind(OBERFLAECHE, "classic-ui:OrganizationDisplayName").text(wunsch.anzeigename());
        anzeige.kind(OBERFLAECHE, "classic-ui:Lang").text(wunsch.sprache());
        wunsch.zurueck()
                .ifPresent(z -> anzeige.kind(OBERFLAECHE, "classic-ui:BackURL").text(z.toString()));
        anzeige.kind(OBERFLAECHE, "classic-ui:OnlineServiceId").text(wunsch.onlineServiceId());
    }

    /** Signed, in Base64: the form field SAMLRequest. */
    public String formularwert(Anfrage anfrage) {
        unterschrift.unterschreibe(anfrage.xml());
        return Base64.getEncoder().encodeToString(Xmlbau.bytes(anfrage.xml()));
    }

    /**
     * The address with request, token and signature.
     *
     * @see "SAML 2.0 Bindings, section 3.4.4.1"
     */
    public URI adresse(Anfrage anfrage, URI ziel, String relayState) {
        String frage = "SAMLRequest=" + kodiert(gepackt(Xmlbau.bytes(anfrage.xml()))) + "&RelayState=" + relayState
                + "&SigAlg=" + URLEncoder.encode(unterschrift.verfahren(), StandardCharsets.UTF_8);
        String wert = kodiert(unterschrift.unterschreibe(frage.getBytes(StandardCharsets.US_ASCII)));
        return URI.create(ziel + (ziel.getRawQuery() == null ? "?" : "&") + frage + "&Signature=" + wert);
    }

    private static String kodiert(byte[] bytes) {
        return URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] gepackt(byte[] xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream strom = new DeflaterOutputStream(bytes, deflater)) {
            strom.write(xml);
        } catch (IOException e) {
            throw new IllegalStateException("ein Strom im Speicher", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
