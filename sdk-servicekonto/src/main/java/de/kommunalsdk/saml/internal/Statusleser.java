/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.SamlFehler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Step 5: what the account says about the login as a whole. */
final class Statusleser {

    private static final String URN = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final SamlFehler FEHLER = SamlFehler.STATUS;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{1,60}");
    private static final List<String> OBERSTE = List.of("Success", "Requester", "Responder", "VersionMismatch");
    // simulator of the BundID and ELSTER; at both the code alone does not tell breaking off from failing
    private static final Pattern ABBRUCH = Pattern.compile("cancell?ed|abgebrochen", Pattern.CASE_INSENSITIVE);
    private static final JsonFactory JSON = new JsonFactory();

    private Statusleser() {}

    /** Empty for success. */
    static Optional<Fehlerstatus> lies(Element status, boolean signiert) {
        Kinderfolge kinder = new Kinderfolge(status, FEHLER);
        Element oberster = kinder.muss(Xml.PROTOKOLL, "StatusCode");
        String meldung = kinder.darf(Xml.PROTOKOLL, "StatusMessage")
                .map(e -> Xml.text(e, FEHLER))
                .orElse("");
        Optional<Element> einzelheiten = kinder.darf(Xml.PROTOKOLL, "StatusDetail");
        kinder.ende();
        String code = code(oberster);
        if (!OBERSTE.contains(code)) {
            throw new Ablehnung(FEHLER, "");
        }
        Kinderfolge darunter = new Kinderfolge(oberster, FEHLER);
        String zweiter = darunter.darf(Xml.PROTOKOLL, "StatusCode")
                .map(Statusleser::code)
                .orElse("");
        darunter.ende();
        if (code.equals("Success")) {
            if (!zweiter.isEmpty()) {
                throw new Ablehnung(FEHLER, "Success mit zweitem Code");
            }
            return Optional.empty();
        }
        boolean abgebrochen =
                zweiter.equals("AuthnFailed") && ABBRUCH.matcher(meldung).find();
        return Optional.of(new Fehlerstatus(
                code, zweiter, einzelheiten.map(Statusleser::codes).orElse(List.of()), abgebrochen, signiert));
    }

    private static String code(Element element) {
        String wert = Xml.attribut(element, "Value").orElse("");
        String letztes = wert.substring(wert.lastIndexOf(':') + 1);
        if (!CODE.matcher(letztes).matches()) {
            throw new Ablehnung(FEHLER, "");
        }
        // a second code may be the account's own; the top one is checked by its caller
        return wert.startsWith(URN) || !OBERSTE.contains(letztes) ? letztes : "";
    }

    /** Codes of {@code akdb:StatusDetail}, a JSON text; a form that is not known gives none. */
    private static List<String> codes(Element einzelheiten) {
        List<String> codes = new ArrayList<>();
        for (Element element : Xml.kinder(einzelheiten)) {
            if (!Xml.ist(element, Xml.AKDB, "StatusDetail")) {
                continue;
            }
            try (JsonParser json = JSON.createParser(element.getTextContent())) {
                for (JsonToken t = json.nextToken(); t != null && codes.size() < 20; t = json.nextToken()) {
                    if (t == JsonToken.VALUE_STRING
                            && "code".equals(json.currentName())
                            && CODE.matcher(json.getText()).matches()) {
                        codes.add(json.getText());
                    }
                }
            } catch (IOException e) {
                return codes;
            }
        }
        return codes;
    }
}
