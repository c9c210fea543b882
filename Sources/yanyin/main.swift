import YanyinCommands

await YanyinCommand.start()
