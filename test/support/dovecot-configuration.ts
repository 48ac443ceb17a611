/** The text of dovecot.conf for dovecot.ts: everything in one folder, nothing of the system's. */
import { userInfo } from 'node:os'

export type DovecotLayout = {
  readonly home: string
  readonly port: number
  readonly tlsPort: number
  readonly allMail: boolean
  readonly connectionsPerUser: number
  readonly mailUid: number
  readonly mailGid: number
  readonly asRoot: boolean
}

/** Dovecot 2.3 configuration. */
export function configuration(layout: DovecotLayout): string {
  const { home } = layout
  const tls = layout.tlsPort > 0
  // Dovecot separates its privileges by default; an ordinary user has only itself.
  const me = userInfo().username
  const myself = layout.asRoot
    ? ''
    : `default_internal_user = ${me}\ndefault_login_user = ${me}\ndefault_internal_group = ${layout.mailGid}\nservice anvil {\n  chroot =\n}\nservice imap-login {\n  chroot =\n}\n`
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
mail_uid = ${layout.mailUid}
mail_gid = ${layout.mailGid}
first_valid_uid = 1
first_valid_gid = 0
mail_home = ${home}/mail/%u
mail_location = maildir:~/Maildir
mail_fsync = never
mailbox_idle_check_interval = 1 secs
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
ssl = ${tls ? 'yes' : 'no'}
${tls ? `ssl_cert = <${home}/cert.pem\nssl_key = <${home}/key.pem\n` : ''}
${myself}
passdb {
  driver = passwd-file
  args = ${home}/users/%u
}
userdb {
  driver = static
  args = uid=${layout.mailUid} gid=${layout.mailGid} home=${home}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Trash {
    special_use = \\Trash
    auto = create
  }
${layout.allMail ? '  mailbox "All Mail" {\n    special_use = \\All\n    auto = create\n  }\n' : ''}
}
protocol imap {
  mail_max_userip_connections = ${layout.connectionsPerUser}
}
service imap-login {
  inet_listener imap {
    port = ${layout.port}
  }
  inet_listener imaps {
    port = ${layout.tlsPort}
    ssl = yes
  }
  service_count = 0
  process_min_avail = 1
  client_limit = 500
}
service imap {
  process_limit = 500
}
service anvil {
  client_limit = 2000
  # Nobody waits longer because somebody else on this machine mistyped.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  client_limit = 2000
}
`
}
