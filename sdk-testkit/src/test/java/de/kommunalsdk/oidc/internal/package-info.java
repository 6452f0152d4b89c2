/* SPDX-License-Identifier: EUPL-1.2 */
/** Public vectors over the verifier of tokens. */
@NullMarked
package de.kommunalsdk.oidc.internal;

import org.jspecify.annotations.NullMarked;
