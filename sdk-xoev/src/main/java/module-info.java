/* SPDX-License-Identifier: EUPL-1.2 */
/** Data standards: code lists, XDatenfelder, XFall, DIN 91379, keys, checking of messages. */
module de.kommunalsdk.xoev {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive de.kommunalsdk.core;

    exports de.kommunalsdk.codeliste;
    exports de.kommunalsdk.pruefung.regelwerk;
    exports de.kommunalsdk.pruefung;
    exports de.kommunalsdk.schema;
    exports de.kommunalsdk.schluessel;
    exports de.kommunalsdk.xdatenfelder.lint;
    exports de.kommunalsdk.xdatenfelder.pruefung;
    exports de.kommunalsdk.xdatenfelder.regel;
    exports de.kommunalsdk.xdatenfelder;
    exports de.kommunalsdk.xfall;
    exports de.kommunalsdk.zeichen;
}
